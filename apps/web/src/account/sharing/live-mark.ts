const key = 'zonula-live';

/** Whether this device shows somebody a live view: who shares none loads nothing of it. */
export const hasLive = (): boolean => localStorage.getItem(key) === 'on';

export const markLive = (on: boolean): void => {
  if (on) localStorage.setItem(key, 'on');
  else localStorage.removeItem(key);
};
