import type { ErrorRow } from './error-row.ts'

export const reportPackErrors = {
  // The zip
  'zip.damaged': { status: 422, level: 'info' },
  'zip.encrypted': { status: 422, level: 'info' },
  'zip.tooLarge': { status: 422, level: 'warn' },
  'zip.badPath': { status: 422, level: 'warn' },
  'zip.twice': { status: 422, level: 'info' },
  // The pack
  'reportPack.program': { status: 422, level: 'warn' },
  'reportPack.macros': { status: 422, level: 'warn' },
  'reportPack.noStamp': { status: 422, level: 'info' },
  'reportPack.stampChanged': { status: 422, level: 'info' },
  'reportPack.otherVersion': { status: 409, level: 'info' },
  'reportPack.notMine': { status: 403, level: 'warn' },
  'reportPack.noWorkbook': { status: 422, level: 'info' },
  'reportPack.manyWorkbooks': { status: 422, level: 'info' },
  'reportPack.faulty': { status: 422, level: 'info' },
  /** Not what the person was shown. */
  'reportPack.changed': { status: 409, level: 'info' },
  'reportPack.nothingNew': { status: 422, level: 'info' },
} as const satisfies Record<string, ErrorRow>
