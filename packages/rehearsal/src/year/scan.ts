import { utf8 } from '@quanheng/domain/kernel/digest'
import type { Player } from '../player.ts'

/** A scan as a person hands it in: a PDF that says what it stands for and nothing else. */
export const scan = (player: Player, login: string, name: string): Promise<{ readonly digest: string }> =>
  player.upload(login, name, utf8(`%PDF-1.7\n% 演练 ${login} ${name}\n%%EOF\n`))
