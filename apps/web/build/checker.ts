import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import type { Plugin } from 'vite'

const source = (name: string): string => fileURLToPath(new URL(`../src/checker/${name}`, import.meta.url))

const digest = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** A closing tag inside the script would end it. */
const inline = (script: string): string => script.replaceAll('</script', '<\\/script')

const page = (script: string, style: string): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="content-security-policy" content="default-src 'none'; script-src ${digest(script)}; style-src ${digest(style)}; base-uri 'none'; form-action 'none'">
<title>权衡离线核验</title>
<style>${style}</style>
</head>
<body><script>${script}</script></body>
</html>
`

/** 离线核验: the checker with everything in one file, which opens from a disk and reaches nothing else. */
export const checker = (): Plugin => ({
  name: 'quanheng:checker',
  apply: 'build',
  async generateBundle() {
    const bundle = await rolldown({ input: source('main.ts'), platform: 'browser' })
    const { output } = await bundle.generate({ format: 'iife', minify: true })
    await bundle.close()
    const style = await readFile(source('checker.css'), 'utf8')
    this.emitFile({ type: 'asset', fileName: 'check.html', source: page(inline(output[0].code), style) })
  },
})
