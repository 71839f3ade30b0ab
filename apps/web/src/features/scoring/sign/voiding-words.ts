import { type UpstreamChange, upstreamChanges, voidingChanges } from '@quanheng/domain/signature/upstream'
import { t } from '../../../shared/i18n/t.ts'

/** Whose rows a class of change takes, as it is said before signing. */
const said: Readonly<Partial<Record<UpstreamChange, () => string>>> = {
  planRule: () => t('评分规则'),
  planMark: () => t('分值'),
  planTarget: () => t('目标值'),
  planGroup: () => t('考核分组'),
  unitLeft: () => t('考核对象退出'),
  substituteChanged: () => t('回避替代单位'),
  datumReopened: () => t('数据重新开放'),
  findingAdopted: () => t('采纳核验意见'),
}

/** What lets this signature fall, from the table that the platform itself keeps to. */
export const sayVoiding = (): string =>
  voidingChanges
    .filter((change) => upstreamChanges[change].again !== 'nobody' || change === 'unitLeft')
    .map((change) => said[change]?.() ?? change)
    .join(t('、'))
