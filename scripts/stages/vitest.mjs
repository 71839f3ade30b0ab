import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { clone, compileCache, node, pinnedNode } from '../lib/clone.mjs'
import { run } from '../lib/run.mjs'

const program = join(clone, 'node_modules/vitest/vitest.mjs')

/** The pinned Node comes first for what tests start by name. */
const path = `${join(pinnedNode, '..')}:${process.env.PATH}`

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

const nameOf = (file, { fullName }) => `${file.slice(clone.length + 1)}: ${fullName.trim()}`

function outcomeOf(report, code, output) {
  if (!report) return { passed: 0, failed: 1, output }
  const files = report.testResults
  const skipped = files.flatMap(({ name, assertionResults }) =>
    assertionResults.filter(({ status }) => !['passed', 'failed'].includes(status)).map((test) => nameOf(name, test)),
  )
  const unloaded = files.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0)
  const found = report.numFailedTests + unloaded.length
  const nothing = report.numTotalTests === 0
  const failed = Math.max(found, code !== 0 || nothing ? 1 : 0)
  return { passed: report.numPassedTests, failed, skipped, output: nothing ? `no tests were found\n${output}` : output }
}

/** One project of vitest.config.ts, counted test by test; a file that does not load and a stray error count as one. */
export async function vitest(project, environment = {}, more = []) {
  const folder = mkdtempSync(join(tmpdir(), 'quanheng-report-'))
  const file = join(folder, 'report.json')
  const args = ['--no-warnings', program, 'run', '--project', project, '--passWithNoTests', ...more]
  const { code, output } = await run(node(), [...args, '--reporter=dot', '--reporter=json', `--outputFile=${file}`], {
    quiet: true,
    cwd: clone,
    env: { ...process.env, PATH: path, NO_COLOR: '1', NODE_COMPILE_CACHE: compileCache, ...environment },
  })
  const outcome = outcomeOf(read(file), code, output)
  rmSync(folder, { recursive: true, force: true })
  return outcome
}
