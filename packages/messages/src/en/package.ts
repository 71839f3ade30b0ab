import type { packaged as zhCN } from '../zh-CN/package.ts'

export const packaged = {
  'package.path': 'The file name “{path}” cannot go into a package. Remove special characters.',
  'package.pathTwice': 'Two files of the package bear one name: “{path}”. Rename one.',
  'package.noManifest': 'This is not a package of this platform: its manifest (manifest.json) is missing.',
  'package.damaged': 'The package is incomplete or damaged. Get the original again.',
  'package.fileMissing': 'The package lacks “{path}”, which its manifest names. Get the original again.',
  'package.fileExtra': 'The package holds “{path}”, which its manifest does not name. Check where it comes from.',
  'package.fileChanged':
    'The file “{path}” is not the one of the manifest: its content was changed. Get the original again.',
} as const satisfies Record<keyof typeof zhCN, string>
