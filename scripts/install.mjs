// Installs what is missing, for ./quanheng on a fresh clone.
import { ensureInstalled } from './lib/install.mjs'

await ensureInstalled()
