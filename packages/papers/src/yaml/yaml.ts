import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type Scalar, stringify } from 'yaml'
import type { Doc, DocPath } from '../plan-file/form.ts'

export type YamlFaultCode = 'yaml.syntax' | 'yaml.tooLarge' | 'yaml.tooDeep' | 'yaml.keyTwice' | 'yaml.form'

export interface YamlFault {
  readonly code: YamlFaultCode
  /** From 1. */
  readonly line: number
  readonly params?: Readonly<Record<string, string>>
}

/** A document and where each of its values stands. */
export interface Yaml {
  readonly doc: Doc
  /** Line, from 1, of the value at a path; of the nearest one above it where there is none. */
  readonly lineOf: (path: DocPath) => number
}

const limits = { characters: 20_000_000, depth: 30 }

/**
 * YAML without its surprises: every scalar is its source text (`1.10`, `no` and `2025-01-10` are what they look like), a blank one
 * is empty, and what a plan never needs (anchors, aliases, tags, keys that are no text) is refused with its line.
 */
export function readYaml(
  text: string,
): { readonly ok: true; readonly value: Yaml } | { readonly ok: false; readonly error: readonly YamlFault[] } {
  if (text.length > limits.characters)
    return { ok: false, error: [{ code: 'yaml.tooLarge', line: 1, params: { limit: String(limits.characters) } }] }
  const counter = new LineCounter()
  const parsed = parseDocument<Node, false>(text, {
    schema: 'failsafe',
    lineCounter: counter,
    prettyErrors: false,
    uniqueKeys: false,
    keepSourceTokens: false,
  })
  const lineAt = (offset: number | undefined): number => counter.linePos(offset ?? 0).line
  const faults: YamlFault[] = parsed.errors.map(({ message, pos }) => ({
    code: 'yaml.syntax',
    line: lineAt(pos[0]),
    params: { reason: message },
  }))
  const lines = new Lines()
  const report = (code: YamlFaultCode, node: Node | null | undefined, params?: YamlFault['params']): Doc => {
    faults.push({ code, line: lineAt(node?.range?.[0]), ...(params && { params }) })
    return ''
  }
  const read = (node: Node | null, at: Lines, depth: number): Doc => {
    if (node === null) return ''
    at.line ??= lineAt(node.range?.[0])
    if (depth > limits.depth) return report('yaml.tooDeep', node)
    if ('anchor' in node && node.anchor) return report('yaml.form', node, { what: `&${node.anchor}` })
    if (node.tag !== undefined && !/^tag:yaml.org,2002:(?:str|seq|map)$/.test(node.tag))
      return report('yaml.form', node, { what: node.tag })
    if (isScalar(node)) return textOf(node)
    if (isSeq<Node>(node)) return node.items.map((item, i) => read(item, at.below(i), depth + 1))
    if (!isMap<Node, Node>(node)) return report('yaml.form', node, { what: '*' })
    const entries = new Map<string, Doc>()
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? textOf(key) : undefined
      if (name === undefined) {
        report('yaml.form', key, { what: '?' })
        continue
      }
      if (entries.has(name)) report('yaml.keyTwice', key, { key: name })
      entries.set(name, read(value, at.below(name, lineAt(key.range?.[0])), depth + 1))
    }
    return Object.fromEntries(entries)
  }
  const doc = read(parsed.contents, lines, 0)
  return faults.length > 0
    ? { ok: false, error: faults }
    : { ok: true, value: { doc, lineOf: (path) => lines.at(path) } }
}

const textOf = ({ value, source }: Scalar): string =>
  typeof value === 'string' ? value : value === null || value === undefined ? (source ?? '') : String(value)

/** Lines of a document's values, in its own shape. */
class Lines {
  line: number | undefined
  readonly #parts = new Map<string | number, Lines>()

  /** A key's line is its value's: that is where a person looks. */
  below(part: string | number, line?: number): Lines {
    const lines = new Lines()
    lines.line = line
    this.#parts.set(part, lines)
    return lines
  }

  at([first, ...rest]: DocPath): number {
    const part = first === undefined ? undefined : this.#parts.get(first)
    return part?.line === undefined ? (this.line ?? 1) : part.at(rest)
  }
}

/** Text that `readYaml` reads back as the same document. */
export const writeYaml = (doc: Doc): string =>
  stringify(doc, { schema: 'failsafe', lineWidth: 0, aliasDuplicateObjects: false })
