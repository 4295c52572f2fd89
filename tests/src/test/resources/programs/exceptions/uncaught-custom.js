// An uncaught error of a class of one's own, thrown through a finally.
class ConfigError extends Error {
  constructor(key) {
    super("missing key " + key);
    this.name = "ConfigError";
  }
}
function load(config) {
  try {
    for (const key of ["host", "port"]) {
      if (!(key in config)) throw new ConfigError(key);
    }
  } finally {
    console.log("cleanup");
  }
}
load({ host: "h", port: 1 });
load({ host: "h" });
