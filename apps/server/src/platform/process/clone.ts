import { resolve } from 'node:path'

/** The folder that holds package.json, node_modules, db and deploy: TypeScript runs in place, so it is found from here. */
export const cloneRoot = resolve(import.meta.dirname, '../../../../..')
