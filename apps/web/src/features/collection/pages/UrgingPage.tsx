import { dataChoices, urgingList, urgingTable } from '@quanheng/contract/datum'
import type { ReplyOf } from '@quanheng/contract/route'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Select } from 'antd'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { CopyButton } from '../../../shared/clipboard/CopyButton.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Page } from '../../../shared/page/Page.tsx'
import { sayNobody } from '../../../shared/people/nobody.ts'
import type { Search } from '../../../shared/route/search.ts'
import { Light } from '../../../shared/state/Light.tsx'
import type { Column } from '../../../shared/table/column.ts'
import { DataTable } from '../../../shared/table/DataTable.tsx'
import styles from '../collection.module.css'

type Row = ReplyOf<typeof urgingList>['rows'][number]

const lateness = (row: Row) => Math.max(0, ...row.data.map((one) => one.overdueDays))

const columns = (): readonly Column<Row>[] => [
  {
    key: 'body',
    title: t('单位（科室）'),
    width: 180,
    render: (row) => `${row.unitName}${row.sectionName ?? ''}`,
  },
  {
    key: 'waits',
    title: t('等待'),
    render: (row) => (row.waitsFor === 'report' ? t('报送') : t('确认')),
  },
  {
    key: 'late',
    title: t('逾期'),
    render: (row) =>
      lateness(row) > 0 ? (
        <Light colour="red" word={t('逾期 {{days}} 天', { days: lateness(row) })} />
      ) : (
        <Light colour="green" word={t('未到期')} />
      ),
  },
  {
    key: 'people',
    title: t('联系人'),
    width: 200,
    render: (row) =>
      row.people.length === 0 ? (
        <span className={styles.fault}>{sayNobody()}</span>
      ) : (
        <span className={styles.people}>
          {row.people.map((person) => (
            <span key={`${person.name}${person.post}`}>
              {person.name}（{word('post', person.post)}）{' '}
              <span className={styles.nowrap}>{person.phone ?? t('未登记电话')}</span>
            </span>
          ))}
        </span>
      ),
  },
  { key: 'text', title: t('催报内容'), width: 420, render: (row) => <p className={styles.text}>{row.text}</p> },
  {
    key: 'act',
    title: t('操作'),
    render: (row) => <CopyButton text={row.text} done={t('催报内容已复制')} />,
  },
]

/** 催报: whom to call, and what to say. */
const UrgingPage = () => {
  const search = useSearch({ strict: false }) as Search
  const navigate = useNavigate()
  const plans = useQueryRoute(dataChoices, {}).data?.plans ?? []
  const planId = search.planId ?? plans[0]?.id
  const choose = (id: string) => void navigate({ to: '.', search: { planId: id } } as never)
  return (
    <Page
      crumbs={[{ title: t('数据采集与填报'), to: '/collection' }]}
      actions={
        <Select
          aria-label={t('方案')}
          value={planId ?? ''}
          options={plans.map((plan) => ({ value: plan.id, label: plan.title }))}
          onChange={choose}
          style={{ width: 400, maxWidth: '100%' }}
        />
      }
    >
      {planId && (
        <DataTable
          id="urging"
          caption={t('催报清单')}
          route={urgingList}
          input={{ params: { planId } }}
          columns={columns()}
          rowKey={(row) => `${row.unitId}${row.sectionName}${row.waitsFor}${row.data[0]?.datumId}`}
          exportRoute={urgingTable}
          local
          empty={t('本方案的数据均已报送并确认。')}
        />
      )}
    </Page>
  )
}

export default UrgingPage
