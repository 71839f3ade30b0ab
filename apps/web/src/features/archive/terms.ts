import type { listArchives } from '@quanheng/contract/archive'
import type { ReplyOf } from '@quanheng/contract/route'
import { t } from '../../shared/i18n/t.ts'

export type Archives = ReplyOf<typeof listArchives>
export type Archive = Archives['rows'][number]
export type Retention = Archives['retention']
export type FileKind = keyof Retention
export type Term = Retention[FileKind]

export const kindName = (kind: FileKind): string =>
  ({
    plan: t('方案'),
    result: t('锁定版和得分'),
    paper: t('印发的公文'),
    sheet: t('评分表和签字'),
    evidence: t('佐证材料'),
    record: t('办理记录和扫描件'),
    log: t('留痕和存证点'),
    readme: t('说明和目录'),
  })[kind]

export const termName = (term: Term): string => ({ permanent: t('永久'), '30': t('30年'), '10': t('10年') })[term]
