/** When the person wants to be reminded; lies beside the diary. `notify`: also by a notification while Zonula is open. */
export interface Reminder {
  /** `HH:MM` on the person's clock. */
  readonly time: string;
  readonly notify: boolean;
}

const key = 'zonula-reminder';
const usual: Reminder = { time: '20:30', notify: false };

export const readReminder = (): Reminder => {
  const text = localStorage.getItem(key);
  return text === null ? usual : { ...usual, ...(JSON.parse(text) as Partial<Reminder>) };
};

export const keepReminder = (reminder: Reminder): void =>
  localStorage.setItem(key, JSON.stringify(reminder));

/** Milliseconds until the clock next shows this time. */
export const untilNext = (time: string, now = new Date()): number => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const next = new Date(now);
  next.setHours(hour, minute, 0, 0);
  if (next <= now) next.setDate(next.getDate() + 1);
  return next.getTime() - now.getTime();
};

/** Shows a notification at once; phones want it to come from the service worker. */
export const notify = async (body: string): Promise<void> => {
  const registration = await navigator.serviceWorker?.getRegistration();
  const options = { body, icon: 'icon-192.png', tag: 'zonula-reminder' };
  if (registration) await registration.showNotification('Zonula', options);
  else new Notification('Zonula', options);
};
