import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { clone, tell } from './clone.mjs'
import { npm } from './run.mjs'

const readText = (file) => readFile(file, 'utf8').catch(() => undefined)

/** Whether a package of the lock file is meant for this machine. */
function belongsHere({ os, cpu, link }) {
  const listed = (list, value) => !list || list.includes(value)
  return !link && listed(os, process.platform) && listed(cpu, process.arch)
}

/** Whether a missing package is one that npm leaves out here: for another C library, or needed only by one left out. */
const mayBeAbsent = ({ optional, libc, cpu }) => Boolean(optional && (libc ? !libc.includes('glibc') : !cpu))

/** Whether npm's own note of what it installed agrees with the lock file: somebody may have run `npm ci` by hand. */
function agrees(lockText, installedText) {
  const locked = JSON.parse(lockText).packages
  const installed = JSON.parse(installedText).packages
  return Object.entries(locked).every(([path, wanted]) => {
    if (!path.includes('node_modules/') || !belongsHere(wanted)) return true
    const found = installed[path]
    return found ? found.version === wanted.version : mayBeAbsent(wanted)
  })
}

/**
 * Makes `folder`/node_modules agree with its lock file; gives whether anything had to be installed. No package needs its
 * install script, so none runs.
 */
export async function ensureInstalled(folder = clone) {
  const lock = await readFile(join(folder, 'package-lock.json'), 'utf8')
  const digest = createHash('sha256').update(lock).digest('hex')
  const stamp = join(folder, 'node_modules', '.quanheng-lock')
  if ((await readText(stamp)) === digest) return false
  const installed = await readText(join(folder, 'node_modules', '.package-lock.json'))
  const needed = !installed || !agrees(lock, installed)
  if (needed) {
    tell('正在安装所需的软件包，首次约需一分钟……', 'Installing packages; the first time takes about a minute ...')
    // EBADENGINE warnings speak of the Node that installs; the pinned one runs everything.
    const { code, output } = await npm(['ci', '--ignore-scripts', '--loglevel=error', '--no-progress'], {
      cwd: folder,
      quiet: true,
    })
    if (code !== 0) {
      process.stderr.write(output)
      tell(
        '软件包没有装好。请检查网络或 npm 的源设置，然后再运行一次。',
        'The packages were not installed. Check the network or the npm registry setting, then run this again.',
      )
      process.exit(1)
    }
  }
  await writeFile(stamp, digest).catch(() => undefined)
  return needed
}
