import { spawn } from 'node:child_process'
import { type Account, asAccount } from './account.ts'

/** What PostgreSQL's programs see: nothing of PGDATA, PGPORT and the like that a user may have set. */
export function programEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP, TMP } = process.env
  return { PATH, ...(SystemRoot ? { SystemRoot, TEMP, TMP } : {}), LC_ALL: 'C', TZ: 'UTC' }
}

/** Runs a short program as the account from `/`, a folder that every account can enter. */
export function runProgram(file: string, args: string[], account: Account): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      ...asAccount(account),
      cwd: process.platform === 'win32' ? undefined : '/',
      env: programEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const keep = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-4000)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', (error) => resolve({ code: 127, output: error.message }))
    child.on('close', (code) => resolve({ code: code ?? 128, output: output.trim() }))
  })
}
