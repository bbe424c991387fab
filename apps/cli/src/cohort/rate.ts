/** `N of M people, R a minute, about T min left`, from how many were done when. */
export const createRate = (now: () => number) => {
  const seen: { at: number; done: number }[] = [];
  return (done: number, of: number): string => {
    seen.push({ at: now(), done });
    // The rate of the last minute, so that workers that come and go are seen.
    while (seen.length > 2 && seen[1]!.at < now() - 60_000) seen.shift();
    const [first] = seen;
    const perMs = (done - first!.done) / Math.max(1, now() - first!.at);
    const said = `${done} of ${of} people`;
    if (!(perMs > 0)) return said;
    const left = (of - done) / perMs / 60_000;
    const rate = perMs * 60_000;
    return `${said}, ${rate < 10 ? rate.toFixed(1) : Math.round(rate)} a minute, about ${
      left < 120 ? `${Math.ceil(left)} min` : `${(left / 60).toFixed(1)} hours`
    } left`;
  };
};
