interface ScriptPolicy {
  createScriptURL(url: string): string;
}
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): ScriptPolicy;
}

const ownOnly = (url: string): string => {
  const whole = new URL(url, location.href);
  if (whole.origin !== location.origin) throw new TypeError(`not our own script: ${whole.href}`);
  return whole.href;
};

const trustedTypes = (globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes;

/** Scripts of workers come from this site and from nowhere else. */
const policy: ScriptPolicy = trustedTypes?.createPolicy('zonula', {
  createScriptURL: ownOnly,
}) ?? { createScriptURL: ownOnly };

export const createWorker = (url: string): Worker =>
  new Worker(policy.createScriptURL(url), { type: 'module' });

/** Tells `onUpdate` of a newer version that waits; calling what it gets takes that version over. */
export const registerServiceWorker = async (
  onUpdate: (takeOver: () => void) => void,
): Promise<void> => {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  const { serviceWorker } = navigator;
  let controlled = serviceWorker.controller !== null;
  let asked = false;
  serviceWorker.addEventListener('controllerchange', () => {
    if (asked) location.reload();
    // Another tab took a newer version over: rooms of this one that are not loaded yet are gone.
    else if (controlled) onUpdate(() => location.reload());
    controlled = true;
  });
  const registration = await serviceWorker.register(policy.createScriptURL('service-worker.js'));
  const announce = (waiting: ServiceWorker | null): void => {
    if (waiting === null || !controlled) return;
    onUpdate(() => {
      asked = true;
      waiting.postMessage('take-over');
    });
  };
  announce(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed') announce(installing);
    });
  });
};

/** Hands a text to the person as a file. */
export const saveFile = (name: string, type: string, content: BlobPart): void => {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
};

/** Today in the person's own time, `YYYY-MM-DD`. */
export const todayHere = (now = new Date()): string =>
  `${now.getFullYear()}-${`${now.getMonth() + 1}`.padStart(2, '0')}-${`${now.getDate()}`.padStart(2, '0')}`;

/** `HH:MM` on the person's own clock. */
export const timeHere = (now = new Date()): string =>
  `${`${now.getHours()}`.padStart(2, '0')}:${`${now.getMinutes()}`.padStart(2, '0')}`;

/** Minutes that the wall clock is ahead of UTC. */
export const zoneOffsetHere = (now = new Date()): number => -now.getTimezoneOffset();

/** The same at a time of a day, `YYYY-MM-DD` and `HH:MM`. */
export const zoneOffsetAt = (day: string, time: string): number =>
  zoneOffsetHere(new Date(`${day}T${time}:00`));
