import { readdir, readFile, readlink } from 'node:fs/promises'
import { createServer } from 'node:net'
import { Refusal } from './refusal.ts'

const isLoopback = (host: string) => host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)

/** Passwords and scores never cross a network in the clear: another address than loopback needs TLS, ours or a proxy's. */
export function checkHost(host: string, secured: boolean): void {
  if (!isLoopback(host) && !secured) throw new Refusal('host.open', { host })
}

/** The error code of listening there and at once letting go; nothing where it works. */
const tryPort = (host: string, port: number): Promise<string | undefined> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(undefined)))
  })

/** The socket numbers that listen on the port, from the kernel's tables. */
async function listeningInodes(port: number): Promise<Set<string>> {
  const tables = await Promise.all(['tcp', 'tcp6'].map((name) => readFile(`/proc/net/${name}`, 'utf8').catch(() => '')))
  const wanted = port.toString(16).toUpperCase().padStart(4, '0')
  const rows = tables.flatMap((table) => table.split('\n').map((line) => line.trim().split(/\s+/)))
  return new Set(
    rows.filter((row) => row[1]?.endsWith(`:${wanted}`) && row[3] === '0A').map((row) => `socket:[${row[9]}]`),
  )
}

/** `name (pid)` of the process that listens on the port, as far as this account may see it; else empty. */
async function portHolder(port: number): Promise<string> {
  const inodes = await listeningInodes(port)
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name))
  for (const pid of inodes.size > 0 ? pids : []) {
    const handles = await readdir(`/proc/${pid}/fd`).catch(() => [])
    const links = await Promise.all(handles.map((fd) => readlink(`/proc/${pid}/fd/${fd}`).catch(() => '')))
    if (links.some((link) => inodes.has(link))) {
      const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '')
      return `${name.trim()} (${pid})`
    }
  }
  return ''
}

/** Refuses, before anything is started, where the port cannot be had: who has it, and one that is free. */
export async function checkPort(host: string, port: number): Promise<void> {
  const code = port === 0 ? undefined : await tryPort(host, port)
  if (code === undefined) return
  if (code === 'EACCES') throw new Refusal('port.denied', { port })
  if (code !== 'EADDRINUSE') throw new Refusal('host.unknown', { host })
  let free = port + 1
  while (free < 65_535 && (await tryPort(host, free)) !== undefined) free += 1
  throw new Refusal('port.taken', { host, port, holder: await portHolder(port), free })
}
