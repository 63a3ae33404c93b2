// Sums up the results of .ci/test: node summary.mjs FOLDER. Reads suites.tsv (name, kind, exit code) and the result
// file of each suite, prints a table and, alone on the last line, `N passed, N failed`.
// What fails without a failing test (a crash, a suite without tests, a step) counts as one failure, and so does a test
// that was not executed, unless it says NOT RUN and why: this machine cannot do what it needs. Those are listed
// with their number above the last line.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];

const counters = {
  step: () => ({ passed: 0, failed: 0 }),

  trx(name) {
    const result = read(`${name}.trx`);
    const counts = result.match(/<Counters [^>]*>/)[0];
    const count = key => Number(counts.match(new RegExp(` ${key}="(\\d+)"`))[1]);
    const failed = count('failed') + count('error') + count('timeout') + count('aborted');
    const notRun = result.match(/<Message>NOT RUN: [^<]*/g)?.map(message => message.slice('<Message>'.length)) ?? [];
    return { passed: count('passed'), failed: failed + count('total') - count('executed') - notRun.length, notRun };
  },

  vitest(name) {
    const run = JSON.parse(read(`${name}.json`));
    return { passed: run.numPassedTests, failed: run.numTotalTests - run.numPassedTests };
  },

  playwright(name) {
    const { expected, unexpected, flaky, skipped } = JSON.parse(read(`${name}.json`)).stats;
    return { passed: expected, failed: unexpected + flaky + skipped };
  },
};

const suites = read('suites.tsv').trimEnd().split('\n').map(line => {
  const [name, kind, code] = line.split('\t');
  return { name, kind, ...count(name, kind, Number(code)) };
});

console.log('');
for (const { name, kind, passed, failed, notRun = [], note } of suites) {
  const counts = `${String(passed).padStart(5)} passed ${String(failed).padStart(5)} failed`;
  console.log(`${name.padEnd(18)} ${kind === 'step' && failed === 0 ? '   ok' : counts}  ${note}`.trimEnd());
  for (const reason of notRun) console.log(`${' '.repeat(19)}${reason}`);
}

const sum = key => suites.reduce((total, suite) => total + suite[key], 0);
const notRun = suites.flatMap(suite => suite.notRun ?? []).length;
const line = `${sum('passed')} passed, ${sum('failed')} failed`;
writeFileSync(join(folder, 'summary.txt'), `${line}\n`);
if (notRun > 0) console.log(`\n${notRun} not run, for the reasons above`);
console.log(`\n${line}`);
process.exit(sum('failed') === 0 ? 0 : 1);

function count(name, kind, code) {
  let result;
  try {
    result = counters[kind](name);
  } catch (error) {
    return { passed: 0, failed: 1, note: `ended with code ${code} and left no readable result: ${error.message}` };
  }
  if (kind === 'step') return { ...result, failed: code === 0 ? 0 : 1, note: code === 0 ? '' : `exit code ${code}` };
  if (result.passed + result.failed === 0) return { ...result, failed: 1, note: 'no test ran' };
  if (code !== 0 && result.failed === 0) return { ...result, failed: 1, note: `crashed: exit code ${code}` };
  return { ...result, note: '' };
}

function read(file) {
  const path = join(folder, file);
  if (!existsSync(path)) throw new Error(`${file} is missing`);
  return readFileSync(path, 'utf8');
}
