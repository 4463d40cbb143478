/**
 * `node build/publish-plan.mjs plan.json`: the same as `npm run publish-plan`, on the machine's own Node and without
 * the project's. One that is too old is told so in a sentence, with the exit code of a run that could not begin.
 */
const least = 24;

if (Number.parseInt(process.versions.node, 10) >= least) {
  await import('./publish-plan.ts');
} else {
  const found = `This is Node ${process.versions.node}, and publishing a plan needs ${least} or newer.`;
  console.error(`${found} Install that, or run: npm run publish-plan -- plan.json, which brings its own.`);
  process.exitCode = 1;
}
