import type { Letter } from '@quanheng/papers/paper/model'
import { fontsFolder } from '../../../platform/jobs/paper-file.ts'
import { runInWorker } from '../../../platform/jobs/run.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { MadePaper, MakeOrder } from './make-task.ts'

/** .docx, PDF and OFD of a paper with what the form check finds, made away from the request thread. */
export const makeFiles = (platform: Pick<Platform, 'options'>, paper: Letter): Promise<MadePaper> =>
  runInWorker<MakeOrder, MadePaper>(new URL('./make-task.ts', import.meta.url), {
    paper,
    fontsFolder: fontsFolder(platform),
  })
