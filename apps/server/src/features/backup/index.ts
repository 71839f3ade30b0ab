export { answerBackup } from './command.ts'
export { recordRestore } from './record.ts'
