import { join } from 'node:path'
import { makeSm2Key } from '../platform/log/signer.ts'
import { sm2PublicPem } from '../platform/log/sm2.ts'
import { makeDataDirectory } from '../platform/process/data-directory.ts'
import { Refusal } from '../platform/process/refusal.ts'
import { type CommandInput, locate, type Terminal } from './command.ts'

/** Makes the log's SM2 key: from the next start on, checkpoints are signed with it as well. A key that is there is never replaced. */
export async function sm2Key(input: CommandInput, terminal: Terminal): Promise<void> {
  const data = await locate(input, terminal.say)
  await makeDataDirectory(data)
  const made = await makeSm2Key(join(data.dir, 'keys', 'log.pem'))
  if (made === undefined) throw new Refusal('key.exists', { dir: data.dir })
  terminal.say({ code: 'key.made', params: { file: made.file, key: sm2PublicPem(made.point) } })
}
