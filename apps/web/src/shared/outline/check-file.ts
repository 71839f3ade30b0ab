import { checkPaper, type PaperCheck } from '@quanheng/papers/conformity/check-paper'
import { FileRefused } from '@quanheng/papers/conformity/file/parts'
import { unzip } from '@quanheng/papers/conformity/file/unzip'
import { type OutlinePage, outlineOf } from '@quanheng/papers/conformity/outline/outline'
import { wordsIn } from '@quanheng/papers/conformity/say'
import { ZipRefused } from '@quanheng/papers/zip/limits'
import { currentLanguage } from '../i18n/language.ts'

const largest = 30 * 1024 * 1024

export interface CheckedPaper {
  readonly name: string
  readonly check: PaperCheck
  readonly pages: readonly OutlinePage[]
}

type Refused = keyof ReturnType<typeof wordsIn>['refused']

function whyNot(error: unknown, start: Uint8Array): Refused {
  if (error instanceof FileRefused) return error.fault
  if (!(error instanceof ZipRefused)) throw error
  if (error.fault === 'encrypted') return 'encrypted'
  if (error.fault !== 'broken') return 'tooMuchText'
  return start[0] === 0x50 && start[1] === 0x4b ? 'damaged' : 'notDocx'
}

/** Reads and checks a file here: it never leaves this computer. Refused, the sentence that says why. */
export async function checkFile(file: File): Promise<CheckedPaper | string> {
  const { refused } = wordsIn(currentLanguage())
  if (file.size === 0) return refused.empty
  if (file.size > largest) return refused.tooLarge
  if (typeof DecompressionStream === 'undefined') return refused.oldBrowser
  const bytes = new Uint8Array(await file.arrayBuffer())
  try {
    const check = checkPaper(await unzip(bytes))
    return { name: file.name, check, pages: outlineOf(check.subject.layout) }
  } catch (error) {
    return refused[whyNot(error, bytes)]
  }
}
