// dom/pixel_ratio.ts
function pixelRatio() {
  return devicePixelRatio || 1;
}
function watchPixelRatio(callback) {
  let stop = () => void 0;
  const watch = () => {
    const query = matchMedia(`(resolution: ${pixelRatio()}dppx)`);
    const changed = () => {
      watch();
      callback();
    };
    query.addEventListener("change", changed, { once: true });
    stop = () => query.removeEventListener("change", changed);
  };
  watch();
  return () => stop();
}
export {
  pixelRatio,
  watchPixelRatio
};
