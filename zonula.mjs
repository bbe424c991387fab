#!/usr/bin/env node
// Old releases of Node must be able to read this file, so it has no static imports.
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `zonula: Node.js 20.19 or newer is needed, this is ${process.versions.node}: https://nodejs.org`,
  );
  process.exitCode = 2;
} else {
  import('./scripts/launch.mjs').then(({ launch }) => launch(process.argv.slice(2)));
}
