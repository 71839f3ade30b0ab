import { type listPeople, showPhone } from '@quanheng/contract/organisation'
import type { ReplyOf } from '@quanheng/contract/route'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { ObjectHistory } from '../../../shared/history/ObjectHistory.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Facts } from '../../../shared/page/Facts.tsx'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { useSession } from '../../../shared/session/session.ts'
import styles from '../organisation.module.css'
import { type HeldPost, sayPost } from './say-post.ts'

const PersonForm = lazy(() => import('./PersonForm.tsx'))
const GivePost = lazy(() => import('./GivePost.tsx'))
const EndPost = lazy(() => import('./EndPost.tsx'))
const OneTimeLink = lazy(() => import('./OneTimeLink.tsx'))
const ReleaseFactor = lazy(() => import('./ReleaseFactor.tsx'))

type Person = ReplyOf<typeof listPeople>['rows'][number]

const period = (post: HeldPost): string =>
  post.to === null ? t('{{from}} 起', { from: post.from }) : t('{{from}} 至 {{to}}', { from: post.from, to: post.to })

/** One person: contact, posts, account, and the act history. */
export const PersonDetail = ({ person }: { readonly person: Person }) => {
  const { today } = useSession()
  const [open, setOpen] = useState<'change' | 'give' | 'link' | 'factor'>()
  const [ending, setEnding] = useState<HeldPost>()
  const [phone, setPhone] = useState<string>()
  const looking = useCommand(showPhone)
  const reveal = async () => {
    const shown = await looking.run({ params: { personId: person.id }, body: {} })
    if (shown) setPhone(shown.phone ?? '')
    return shown
  }
  const close = () => setOpen(undefined)
  // Whoever changes a person reads the number first: the form must not put the masked one in its place.
  const change = async () => {
    if (person.phone === null || phone !== undefined || (await reveal())) setOpen('change')
  }
  const isActive = person.state === 'active'
  return (
    <div className={styles.drawer}>
      <section>
        <Facts
          items={[
            { label: t('登录名'), value: person.login },
            {
              label: t('电话'),
              value:
                person.phone === null ? (
                  t('未登记')
                ) : phone === undefined ? (
                  <>
                    {person.phone}{' '}
                    <Button size="small" type="link" loading={looking.pending} onClick={() => void reveal()}>
                      {t('显示电话')}
                    </Button>
                  </>
                ) : (
                  phone
                ),
            },
            { label: t('邮箱'), value: person.mail ?? t('未登记') },
            { label: t('状态'), value: word('nounState', person.state) },
            { label: t('密码'), value: person.hasPassword ? t('已设置') : t('未设置') },
          ]}
        />
        <Refusal refusal={looking.refusal} />
      </section>
      <div className={styles.acts}>
        <Button disabled={!isActive} onClick={() => setOpen('link')}>
          {t('发送一次性链接')}
        </Button>
        <Button onClick={() => void change()}>{t('修改人员')}</Button>
        <Button onClick={() => setOpen('factor')}>{t('解除第二因子')}</Button>
      </div>
      <section>
        <h3>
          {t('任职（{{count}}）', { count: person.posts.length })}
          {isActive && (
            <Button size="small" onClick={() => setOpen('give')}>
              {t('任职登记')}
            </Button>
          )}
        </h3>
        <ul className={styles.list}>
          {person.posts.map((post) => {
            const isPast = post.to !== null && post.to < today
            return (
              <li key={post.id} className={isPast ? styles.past : undefined}>
                <span>
                  {sayPost(post)}
                  <br />
                  <small>{period(post)}</small>
                </span>
                {!isPast && (
                  <Button size="small" onClick={() => setEnding(post)}>
                    {t('免职')}
                  </Button>
                )}
              </li>
            )
          })}
        </ul>
      </section>
      <section>
        <h3>{t('操作留痕')}</h3>
        <ObjectHistory subjectId={person.id} />
      </section>
      <Suspense>
        {open === 'change' && <PersonForm person={{ ...person, phone: phone ?? null }} onClose={close} />}
        {open === 'give' && <GivePost person={person} onClose={close} />}
        {open === 'link' && <OneTimeLink person={person} onClose={close} />}
        {open === 'factor' && <ReleaseFactor person={person} onClose={close} />}
        {ending && <EndPost post={ending} onClose={() => setEnding(undefined)} />}
      </Suspense>
    </div>
  )
}
