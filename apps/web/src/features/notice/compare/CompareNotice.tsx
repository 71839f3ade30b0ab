import { compareNotices, listNotices } from '@quanheng/contract/notice'
import { Select } from 'antd'
import { useState } from 'react'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { ChangeTable } from '../../../shared/plan-diff/ChangeTable.tsx'
import { sayMoment } from '../../../shared/time/time.ts'
import styles from '../notice.module.css'
import type { Notice } from '../notice.ts'
import { TakeRevision } from './TakeRevision.tsx'

/** A revised notice against one imported before: what each gives the plan, and the way into that plan. */
const CompareNotice = ({ notice }: { readonly notice: Notice }) => {
  const listed = useQueryRoute(listNotices, { query: { size: 200 } })
  const others = (listed.data?.rows ?? []).filter(({ id }) => id !== notice.id)
  const alike = others.find(({ title }) => title !== null && title === notice.title)
  const [chosen, setChosen] = useState<string>()
  const from = others.find(({ id }) => id === chosen) ?? alike
  const compared = useQueryRoute(
    compareNotices,
    { params: { noticeId: notice.id }, query: { from: from?.id ?? notice.id } },
    { enabled: from !== undefined },
  )
  return (
    <div className={styles.rows}>
      <p className={styles.none}>{t('同一文件修订后重新导入，可与以前导入的比对：两份文件各自生成的方案哪里不同。')}</p>
      <Select
        aria-label={t('与哪一次导入比对')}
        placeholder={t('选择以前导入的文件')}
        showSearch={{ optionFilterProp: 'label' }}
        value={from?.id ?? null}
        options={others.map((one) => ({
          value: one.id,
          label: `${sayMoment(one.importedAt)} ${one.title ?? one.fileName}`,
        }))}
        notFoundContent={t('还没有其他导入的文件')}
        onChange={(value: string | null) => setChosen(value ?? undefined)}
      />
      <Refusal refusal={listed.error ?? compared.error} />
      {from !== undefined && notice.planId === null && from.importedAt < notice.importedAt && (
        <TakeRevision notice={notice} from={from} />
      )}
      {from !== undefined && <ChangeTable compared={compared.data} stale={compared.isFetching} />}
    </div>
  )
}

export default CompareNotice
