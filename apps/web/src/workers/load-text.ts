/** A file that comes with the app, as text. */
export const loadText = async (url: URL): Promise<string> => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.pathname} did not load (${response.status})`);
  return response.text();
};
