import type { Links } from './server.ts';

/** An appointment and what its links allow, as they stand behind `#` in the address: no server is told them there. */
export interface Held {
  readonly id: string;
  readonly links: Links;
}

const purposes = ['confirm', 'move', 'cancel'] as const;

/** Of `#/appointment/ID?move=TOKEN&cancel=TOKEN`; null where the address names no appointment. */
export const heldIn = (hash: string): Held | null => {
  const [, id, query] = /^#\/appointment\/([0-9a-f-]{36})\?(.*)$/iu.exec(hash) ?? [];
  if (id === undefined) return null;
  const parts = new URLSearchParams(query);
  const links = Object.fromEntries(
    purposes.flatMap((purpose) => {
      const token = parts.get(purpose);
      return token !== null && /^[\w-]{1,200}$/u.test(token) ? [[purpose, token]] : [];
    }),
  );
  return Object.keys(links).length === 0 ? null : { id, links };
};

export const hashOf = ({ id, links }: Held): string => {
  const parts = new URLSearchParams();
  for (const purpose of purposes) {
    const token = links[purpose];
    if (token !== undefined) parts.set(purpose, token);
  }
  return `#/appointment/${id}?${parts}`;
};

/** A place on the waiting list that can be left. */
export interface Waiting {
  readonly id: string;
  readonly token: string;
}

/** Of `#/waiting/ID?leave=TOKEN`. */
export const waitingIn = (hash: string): Waiting | null => {
  const [, id, token] = /^#\/waiting\/([0-9a-f-]{36})\?leave=([\w-]{1,200})$/iu.exec(hash) ?? [];
  return id === undefined || token === undefined ? null : { id, token };
};
