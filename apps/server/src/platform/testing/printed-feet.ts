import { sealMark } from '@quanheng/log/seal-mark'
import { openDocx, textOf } from '@quanheng/papers/testing/open-docx'
import { expect } from 'vitest'
import type { TestServer } from './test-server.ts'

/** What the foot of every page must show of the log: sealed now. */
export const sealedNow = async (server: TestServer): Promise<string> => {
  const sealed = await server.platform.sealer.now(null)
  if (!sealed.ok || sealed.value === null) throw new Error('nothing sealed')
  return `存证点 ${sealMark(sealed.value)}`
}

/** Every foot of a .docx shows a check code and this seal, but for that of a page that is blank by rule. */
export const expectSealed = async (
  { statusCode, rawPayload }: { readonly statusCode: number; readonly rawPayload: Buffer },
  seal: string,
): Promise<void> => {
  expect(statusCode).toBe(200)
  const { parts } = await openDocx(rawPayload)
  const feet = [...parts]
    .flatMap(([path, xml]) => (path.startsWith('word/footer') ? [textOf(xml)] : []))
    .filter(Boolean)
  expect(feet).not.toEqual([])
  for (const foot of feet) {
    expect(foot).toMatch(/校验码[： ][0-9A-Z]{4}-/)
    expect(foot).toContain(seal)
  }
}
