/** Whether the app's host has an API beside it. A host of plain files has none, and without a network nobody is asked. */
export const hasServer = async (): Promise<boolean> => {
  if (!navigator.onLine) return false;
  const offers = await fetch('offers.json', { cache: 'no-store' });
  return offers.ok && (await offers.json()).api === true;
};
