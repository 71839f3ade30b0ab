import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect } from 'react'
import { signedOut } from '../shared/api/door.ts'
import { RefusedError } from '../shared/api/refused.ts'
import { ErrorBoundary } from '../shared/page/ErrorBoundary.tsx'
import { Looks } from './Looks.tsx'
import { createAppRouter } from './router.tsx'

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (count, error) => count < 2 && error instanceof RefusedError && error.outcomeUnknown,
    },
  },
})

const router = createAppRouter(queries)

/** The session ended on the server: nothing of the last person stays in memory, and the login page knows the way back. */
const useSignedOut = () =>
  useEffect(
    () =>
      signedOut.listen(() => {
        if (router.state.location.pathname === '/login') return
        queries.clear()
        void router.navigate({ to: '/login', search: { back: router.state.location.href } })
      }),
    [],
  )

export const App = () => {
  useSignedOut()
  return (
    <ErrorBoundary>
      <QueryClientProvider client={queries}>
        <Looks>
          <RouterProvider router={router} />
        </Looks>
      </QueryClientProvider>
    </ErrorBoundary>
  )
}
