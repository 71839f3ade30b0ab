import { spawn } from 'node:child_process'

/** Runs a program to its end. `quiet` keeps its output, given back with the code, instead of showing it. */
export function run(file, args, { quiet = false, ...options } = {}) {
  return new Promise((resolve) => {
    const child = spawn(file, args, { stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit', ...options })
    let output = ''
    const keep = (chunk) => {
      output += chunk
    }
    child.stdout?.setEncoding('utf8').on('data', keep)
    child.stderr?.setEncoding('utf8').on('data', keep)
    child.on('error', (error) => resolve({ code: 127, output: error.message }))
    child.on('close', (code, signal) => resolve({ code: code ?? 128, signal, output }))
  })
}

/** npm as it runs us, else npm as the shell finds it. */
export function npm(args, options) {
  const { npm_execpath: script } = process.env
  if (script?.endsWith('.js')) return run(process.execPath, [script, ...args], options)
  return run('npm', args, { shell: process.platform === 'win32', ...options })
}
