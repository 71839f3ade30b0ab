/** A run of text that both have, or that only the earlier (`out`) or the later (`in`) one has. */
export interface TextRun {
  readonly kind: 'same' | 'out' | 'in'
  readonly text: string
}

/** Above this many comparisons a changed part is shown whole: out as it was, in as it is. */
const affordable = 4_000_000

/** The longest common subsequence, as runs of equal, removed and added items in reading order; removed before added. */
const compared = (
  before: readonly string[],
  after: readonly string[],
): readonly { readonly kind: TextRun['kind']; readonly items: readonly string[] }[] => {
  if (before.length * after.length > affordable) {
    return [
      { kind: 'out', items: before },
      { kind: 'in', items: after },
    ]
  }
  const width = after.length + 1
  const common = new Uint32Array((before.length + 1) * width)
  const at = (i: number, j: number): number => common[i * width + j] ?? 0
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      common[i * width + j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const runs: { kind: TextRun['kind']; items: string[] }[] = []
  const add = (kind: TextRun['kind'], item: string) => {
    const last = runs.at(-1)
    if (last?.kind === kind) last.items.push(item)
    else runs.push({ kind, items: [item] })
  }
  let [i, j] = [0, 0]
  while (i < before.length || j < after.length) {
    const [was, is] = [before[i], after[j]]
    if (was !== undefined && was === is) {
      add('same', was)
      i += 1
      j += 1
    } else if (was !== undefined && (is === undefined || at(i + 1, j) >= at(i, j + 1))) {
      add('out', was)
      i += 1
    } else if (is !== undefined) {
      add('in', is)
      j += 1
    }
  }
  return runs
}

const joined = (runs: readonly TextRun[]): readonly TextRun[] => {
  const out: TextRun[] = []
  for (const run of runs) {
    const last = out.at(-1)
    if (run.text === '') continue
    if (last?.kind === run.kind) out[out.length - 1] = { kind: run.kind, text: last.text + run.text }
    else out.push(run)
  }
  return out
}

const characters = (before: string, after: string): readonly TextRun[] =>
  compared([...before], [...after]).map(({ kind, items }) => ({ kind, text: items.join('') }))

/** Each line with its break, so that joined lines are the text again. */
const linesOf = (text: string): readonly string[] => text.split(/(?<=\n)/u).filter((line) => line !== '')

/**
 * What became of a text: equal lines stay whole, changed ones are compared by characters, as people read Chinese. Runs of `same`
 * and `out` are the earlier text, `same` and `in` the later one, to the character.
 */
export const textDiff = (before: string, after: string): readonly TextRun[] => {
  const blocks = compared(linesOf(before), linesOf(after))
  return joined(
    blocks.flatMap(({ kind, items }, at): readonly TextRun[] => {
      const text = items.join('')
      const [earlier, later] = [blocks[at - 1], blocks[at + 1]]
      if (kind === 'out' && later?.kind === 'in') return characters(text, later.items.join(''))
      return kind === 'in' && earlier?.kind === 'out' ? [] : [{ kind, text }]
    }),
  )
}
