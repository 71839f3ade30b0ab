import type { Change } from '@quanheng/log/leaf'

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export interface Said {
  readonly head: { readonly act: unknown; readonly action: unknown; readonly time: unknown; readonly post: unknown }
  readonly changes: readonly Change[]
  readonly commitments: Readonly<Record<string, unknown>>
}

/** What a stored leaf says; undefined where its bytes are no leaf any more: whoever owns the database writes what they like. */
export const saidBy = (bytes: Uint8Array): Said | undefined => {
  try {
    const leaf: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (!isRecord(leaf) || !Array.isArray(leaf.changes) || !leaf.changes.every(isRecord)) return undefined
    const { act, action, time, post, changes, commitments } = leaf
    return {
      head: { act, action, time, post },
      changes: changes as unknown as readonly Change[],
      commitments: isRecord(commitments) ? commitments : {},
    }
  } catch {
    return undefined
  }
}
