// Writes docs/methods.md anew. Run by the pinned Node.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { clone } from './lib/clone.mjs'
import { methodsPage } from './lib/methods-page.mjs'

const { text, missing } = methodsPage()
for (const what of missing) console.log(what)
writeFileSync(join(clone, 'docs/methods.md'), text)
