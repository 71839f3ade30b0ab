import type { SignatureErrorCode } from '@quanheng/domain/signature/sign'
import type { ErrorRow } from './error-row.ts'

export const signatureErrors = {
  'signature.codeMalformed': { status: 422, level: 'info' },
  'signature.codeOutdated': { status: 409, level: 'warn' },
  'signature.inFuture': { status: 422, level: 'info' },
  'signature.samePerson': { status: 409, level: 'warn' },
  'signature.notFound': { status: 404, level: 'info' },
  'signature.reasonMissing': { status: 422, level: 'info' },
} as const satisfies Record<SignatureErrorCode, ErrorRow>
