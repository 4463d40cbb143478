; Registers the links of the app for this user when it is installed, and takes them out when it is removed. What
; follows `--` is never read as an option, whatever a link says.
!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\lukittu-releases" "" "URL:Lukittu release"
  WriteRegStr SHELL_CONTEXT "Software\Classes\lukittu-releases" "URL Protocol" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\lukittu-releases\DefaultIcon" "" "$INSTDIR\${APP_EXECUTABLE_FILENAME},0"
  WriteRegStr SHELL_CONTEXT "Software\Classes\lukittu-releases\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" -- "%1"'
!macroend

!macro customUnInstall
  DeleteRegKey SHELL_CONTEXT "Software\Classes\lukittu-releases"
!macroend
