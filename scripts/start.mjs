// `npm start` on whatever Node 20 or later is at hand: installs and builds what is missing, then runs `quanheng start` on
// the pinned Node. Nothing here may import a package: none may be installed yet.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { compileCache, node, tell } from './lib/clone.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { ensureProgramBuilt, program, sources } from './lib/program.mjs'
import { ensureWebBuilt } from './lib/web.mjs'

const args = process.argv.slice(2)

/** Without `--`, npm keeps our options for itself and hands on what is left: a bare number, or nothing at all. */
function swallowedByNpm() {
  const variable = (name) => `npm_config_${name.replace('-', '_')}`
  const names = ['port', 'data', 'host', 'tls-cert', 'tls-key', 'behind-proxy', 'lang']
  const taken = names.find((name) => process.env[variable(name)] !== undefined)
  if (taken) return `--${taken} ${args[0] ?? process.env[variable(taken)]}`
  const port = args.find((arg, index) => /^\d+$/.test(arg) && !args[index - 1]?.startsWith('--'))
  return port && `--port ${port}`
}

const swallowed = swallowedByNpm()
if (swallowed) {
  tell(`请在选项前加 --，写成：npm start -- ${swallowed}`, `Put -- before the options: npm start -- ${swallowed}`)
  process.exit(2)
}

/**
 * Tells whether npm still runs above us. It ends on SIGTERM without passing the signal on, and the shell that it runs us in
 * may or may not stand between.
 */
function watchNpm() {
  const parent = process.ppid
  if (!process.env.npm_lifecycle_event) return () => true
  const watched = [parent]
  try {
    const [, name, parentOfParent] = /^\d+ \((.*)\) \S (\d+)/s.exec(readFileSync(`/proc/${parent}/stat`, 'utf8'))
    if (!name.startsWith('npm')) watched.push(Number(parentOfParent))
  } catch {
    // Not Linux: the parent alone is known.
  }
  const runs = (pid) => {
    try {
      return process.kill(pid, 0)
    } catch (error) {
      return error.code === 'EPERM'
    }
  }
  return () => process.ppid === parent && watched.every(runs)
}

let child
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
for (const signal of signals) {
  // Before the server runs there is nothing to bring down in order; npm and vite end with the terminal's own signal.
  process.on(signal, () => (child ? child.kill(signal) : process.exit(1)))
}

await ensureInstalled()
const isHelp = args.includes('--help') || args.includes('-h')
if (!isHelp) {
  await ensureProgramBuilt()
  await ensureWebBuilt()
}
const npmIsThere = watchNpm()

// The IPC channel carries no message: its end tells the server that this process is gone, however it went.
// Reading the program fills young memory to its limit, and it stays so: four megabytes instead of sixteen serve as many
// requests and keep an idle server small.
const smallYoungMemory = '--max-semi-space-size=4'

child = spawn(node(), [smallYoungMemory, isHelp ? sources : program, 'start', ...args], {
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
})
child.on('error', (error) => {
  tell(`服务没有启动：${error.message}`, `The server did not start: ${error.message}`)
  process.exit(1)
})
setInterval(() => npmIsThere() || child.kill('SIGTERM'), 300).unref()
child.on('exit', (code) => process.exit(code ?? 1))
