/** The front door for the command line: the only part of the server that apps/cli imports. */

export type { NoticeCode, Notices } from '../platform/process/notice.ts'
export { Refusal, type RefusalCode, type Refusals } from '../platform/process/refusal.ts'
export { type BackupInput, backup } from './backup.ts'
export { checkFiles } from './check-files.ts'
export type { CommandInput, Terminal } from './command.ts'
export { type DemoInput, demo } from './demo.ts'
export { migrate } from './migrate.ts'
export { checkBackup, type RestoreInput, restore } from './restore.ts'
export { type StartInput, start } from './start.ts'
export { status } from './status.ts'
export { stop } from './stop.ts'
export { type VerifiedReceipt, type VerifiedReport, verifyDraw, verifyFile } from './verify.ts'
