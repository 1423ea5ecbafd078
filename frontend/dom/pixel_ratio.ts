// The device pixel ratio, and changes to it: zooming, or moving the window to another screen.

export function pixelRatio(): number {
  return devicePixelRatio || 1;
}

/** Call back whenever the ratio changes; returns a function that stops it. */
export function watchPixelRatio(callback: () => void): () => void {
  let stop = (): void => undefined;
  const watch = (): void => {
    // a query matches one ratio only, so that each change needs a new one
    const query = matchMedia(`(resolution: ${pixelRatio()}dppx)`);
    const changed = (): void => {
      watch();
      callback();
    };
    query.addEventListener("change", changed, { once: true });
    stop = () => query.removeEventListener("change", changed);
  };
  watch();
  return () => stop();
}
