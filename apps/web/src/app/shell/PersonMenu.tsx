import { signOut } from '@quanheng/contract/account'
import type { PostKind } from '@quanheng/domain/ability/posts'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type FocusEvent, type KeyboardEvent, lazy, Suspense, useRef, useState } from 'react'
import { useCommand } from '../../shared/api/hooks.ts'
import { t } from '../../shared/i18n/t.ts'
import { word } from '../../shared/i18n/word.ts'
import { Icon } from '../../shared/icon/Icon.tsx'
import { Preferences } from '../../shared/preferences/Preferences.tsx'
import { useMay, useSession } from '../../shared/session/session.ts'
import styles from './shell.module.css'

const ResetRehearsal = lazy(() => import('./ResetRehearsal.tsx'))

/** Who I am here, under which posts, and the few things that are mine: password, language, appearance, leaving. */
export const PersonMenu = () => {
  const { person, posts, rehearsal } = useSession()
  const mayReset = useMay('system.resetRehearsal')
  const [resetting, setResetting] = useState(false)
  const box = useRef<HTMLDetailsElement>(null)
  const queries = useQueryClient()
  const navigate = useNavigate()
  const leave = useCommand(signOut, {
    refresh: false,
    onDone: () => {
      queries.clear()
      void navigate({ to: '/login' })
    },
  })
  const close = () => box.current?.removeAttribute('open')
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    close()
    box.current?.querySelector('summary')?.focus()
  }
  const closeOnLeave = (event: FocusEvent) => {
    if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) close()
  }
  const first = posts[0]
  return (
    <details ref={box} className={styles.person} onKeyDown={closeOnEscape} onBlur={closeOnLeave}>
      <summary>
        <span className={styles.wideOnly}>{first?.unitName}</span>
        <strong>{person.name}</strong>
        <Icon name="down" size={14} />
      </summary>
      <div className={styles.personBox}>
        <ul className={styles.posts} aria-label={t('岗位')}>
          {posts.map((post) => (
            <li key={post.id}>
              <strong>{post.title ?? word('post', post.kind as PostKind)}</strong>
              <span>{[post.unitName, post.sectionName].filter(Boolean).join(' · ')}</span>
            </li>
          ))}
        </ul>
        <Preferences />
        {rehearsal && (
          <div className={styles.personActs}>
            <Link to="/guide" onClick={close}>
              {t('操作指引')}
            </Link>
            {mayReset && (
              <button type="button" onClick={() => setResetting(true)}>
                {t('重新开始演练')}
              </button>
            )}
          </div>
        )}
        <div className={styles.personActs}>
          <Link to="/account/password" onClick={close}>
            {t('修改密码')}
          </Link>
          <Link to="/account/factor" onClick={close}>
            {t('第二因子')}
          </Link>
          <button type="button" onClick={() => leave.run({})} disabled={leave.pending}>
            {t('退出登录')}
          </button>
        </div>
      </div>
      {resetting && (
        <Suspense>
          <ResetRehearsal onClose={() => setResetting(false)} />
        </Suspense>
      )}
    </details>
  )
}
