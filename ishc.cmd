@echo off
rem Finds a Java, builds what is missing, starts the command. See ishc --help.
setlocal EnableExtensions
set "TOP=%~dp0"
if "%TOP:~-1%"=="\" set "TOP=%TOP:~0,-1%"
set "JAR=%TOP%\target\ishc.jar"
set "APP=%TOP%\target\app\windows"
set "LEAST=21"
chcp 65001 >nul

set "JAVA="
if defined ISHC_JAVA call :try "%ISHC_JAVA%"
if not defined JAVA if defined JAVA_HOME call :try "%JAVA_HOME%"
if not defined JAVA for %%v in (Java "Eclipse Adoptium" Microsoft Zulu "Amazon Corretto" BellSoft) do (
  for /d %%d in ("%ProgramFiles%\%%~v\*") do call :try "%%~d"
)
if not defined JAVA for /f "delims=" %%j in ('where java 2^>nul') do call :try "%%~dpj.."
if not defined JAVA (
  echo ishc: needs Java %LEAST% or newer; set JAVA_HOME or ISHC_JAVA 1>&2
  exit /b 1
)

if not exist "%JAR%.original" goto :build
powershell -NoProfile -Command "$made = (Get-Item '%JAR%.original').LastWriteTime; $new = Get-ChildItem -Recurse -File '%TOP%\pom.xml','%TOP%\src\main','%TOP%\src\build','%TOP%\sql' | Where-Object LastWriteTime -gt $made | Select-Object -First 1; if ($new) { exit 1 }"
if errorlevel 1 goto :build
if not exist "%APP%\ishc.jar" goto :unpack
goto :start

:build
echo ishc: building from the sources (minutes, the first time) ... 1>&2
set "MVN=mvn"
if exist "%TOP%\mvnw.cmd" set "MVN=%TOP%\mvnw.cmd"
pushd "%TOP%"
call "%MVN%" -B -ntp -q -DskipTests package 1>&2
if errorlevel 1 (
  popd
  echo ishc: the build failed 1>&2
  exit /b 1
)
popd

:unpack
if exist "%APP%" rmdir /s /q "%APP%"
"%JAVA%" -Djarmode=tools -jar "%JAR%" extract --destination "%APP%" >nul
if errorlevel 1 exit /b 1

:start
set "QUICK=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
for %%c in (load demo check report sample serve rebuild) do if /i "%~1"=="%%c" set "QUICK="
"%JAVA%" %QUICK% -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Duser.timezone=Asia/Ho_Chi_Minh "-Dishc.root=%TOP%" -Dishc.terminals=012 %ISHC_JAVA_OPTS% -jar "%APP%\ishc.jar" %*
exit /b %ERRORLEVEL%

:try
if defined JAVA goto :eof
if not exist "%~1\bin\java.exe" goto :eof
for /f "tokens=2 delims==" %%a in ('findstr /b "JAVA_VERSION=" "%~1\release" 2^>nul') do for /f "tokens=1 delims=." %%b in ("%%~a") do if %%b GEQ %LEAST% set "JAVA=%~1\bin\java.exe"
goto :eof
