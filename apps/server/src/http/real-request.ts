/**
 * A request that can be copied. Node's listener hands over one that only looks like a `Request`, which `new Request(it)` refuses; whoever
 * counts a body of undeclared length makes such a copy.
 */
export const realRequest = (request: Request): Request => {
  const { method, url, headers, body, signal } = request;
  if (body === null || headers.has('content-length')) return request;
  return new Request(url, { method, headers, body, signal, duplex: 'half' });
};
