import { listPeople, listUnits } from '@quanheng/contract/organisation'
import { exportPeople } from '@quanheng/contract/organisation-view'
import type { ReplyOf } from '@quanheng/contract/route'
import { postKinds } from '@quanheng/domain/ability/posts'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Page } from '../../../shared/page/Page.tsx'
import { useSession } from '../../../shared/session/session.ts'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import type { Column } from '../../../shared/table/column.ts'
import { DataTable } from '../../../shared/table/DataTable.tsx'
import { OtherPage } from '../OtherPage.tsx'
import styles from '../organisation.module.css'
import { Administrators } from '../people/Administrators.tsx'
import { PersonDetail } from '../people/PersonDetail.tsx'
import { type HeldPost, sayPost } from '../people/say-post.ts'

const PersonForm = lazy(() => import('../people/PersonForm.tsx'))
const AccountSlips = lazy(() => import('../people/AccountSlips.tsx'))
const ImportTable = lazy(() => import('../tables/ImportTable.tsx'))

type Person = ReplyOf<typeof listPeople>['rows'][number]

const Account = ({ person }: { readonly person: Person }) => {
  if (person.state === 'disabled') return <StateTag word={word('nounState', 'disabled')} tone="waiting" />
  return person.hasPassword ? (
    <StateTag word={t('已启用')} tone="done" />
  ) : (
    <StateTag word={t('未设密码')} tone="heed" />
  )
}

/** What has ended stays in view and says so: its powers are gone since that day. */
const HeldLine = ({ post }: { readonly post: HeldPost }) => {
  const { today } = useSession()
  const isPast = post.to !== null && post.to < today
  return (
    <li className={isPast ? styles.past : undefined}>
      {sayPost(post)}
      {isPast && t('（已到期）')}
    </li>
  )
}

const columns = (): readonly Column<Person>[] => [
  { key: 'name', title: t('姓名'), width: 90, render: (person) => person.name },
  { key: 'login', title: t('登录名'), width: 150, render: (person) => person.login },
  {
    key: 'posts',
    title: t('任职'),
    width: 360,
    render: (person) =>
      person.posts.length === 0 ? (
        t('无')
      ) : (
        <ul className={styles.posts}>
          {person.posts.map((post) => (
            <HeldLine key={post.id} post={post} />
          ))}
        </ul>
      ),
  },
  { key: 'phone', title: t('电话'), render: (person) => person.phone },
  { key: 'mail', title: t('邮箱'), optional: true, render: (person) => person.mail },
  { key: 'state', title: t('账号'), render: (person) => <Account person={person} /> },
]

/** 人员任职, the security administrator's page: who there is, under which login, holding which posts. */
const PeoplePage = () => {
  const [open, setOpen] = useState<'register' | 'import' | 'slips'>()
  const units = useQueryRoute(listUnits, { query: { size: 200 } }).data?.rows ?? []
  return (
    <Page
      next={<Administrators />}
      actions={
        <>
          <Button onClick={() => setOpen('slips')}>{t('打印账号条')}</Button>
          <Button type="primary" onClick={() => setOpen('register')}>
            {t('登记人员')}
          </Button>
        </>
      }
    >
      <OtherPage here="people" />
      <DataTable
        id="people"
        caption={t('人员任职')}
        route={listPeople}
        exportRoute={exportPeople}
        columns={columns()}
        rowKey={(person) => person.id}
        filters={[
          { kind: 'text', name: 'q', label: t('关键字'), placeholder: t('姓名、登录名') },
          {
            kind: 'choice',
            name: 'unitId',
            label: t('单位'),
            options: units.map((unit) => ({ value: unit.id, label: unit.shortName })),
          },
          {
            kind: 'choice',
            name: 'kind',
            label: t('职务'),
            options: postKinds.map((kind) => ({ value: kind, label: word('post', kind) })),
          },
          {
            kind: 'choice',
            name: 'state',
            label: t('账号'),
            options: (['active', 'disabled'] as const).map((state) => ({
              value: state,
              label: word('nounState', state),
            })),
          },
        ]}
        importSlot={
          <Button size="small" onClick={() => setOpen('import')}>
            {t('导入 Excel')}
          </Button>
        }
        drawer={{ title: (person) => person.name, content: (person) => <PersonDetail person={person} /> }}
        empty={t('没有符合条件的人员。')}
      />
      <Suspense>
        {open === 'register' && <PersonForm onClose={() => setOpen(undefined)} />}
        {open === 'slips' && <AccountSlips onClose={() => setOpen(undefined)} />}
        {open === 'import' && <ImportTable tables={['people', 'posts']} onClose={() => setOpen(undefined)} />}
      </Suspense>
    </Page>
  )
}

export default PeoplePage
