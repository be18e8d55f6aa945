<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" sourcelanguage="en">
  <context>
    <name>Wardlight</name>
    <message>
      <source>Program: Apache License 2.0. Content: CC BY 4.0. Qt is used under the LGPL 3.0, as separate libraries. Typeface: Atkinson Hyperlegible Next, SIL Open Font License 1.1. Icons: Lucide, ISC licence.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Version word: {word}; two machines that say the same words show the same content</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>edition {edition}, version {version}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Evidence to {evidence}; review by {review}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The content is written in {language}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Wardlight {wardlight}, with Python {python} and Qt for Python {qt}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Colours of the &amp;desktop</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Light</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dar&amp;k</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;High contrast</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Every reader</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Prescribers</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>P&amp;harmacists</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Nurses</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Microbiologists</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Students</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;New case…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Export references…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Print or save…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Quit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Back</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Forward</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Search, or ask a question…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Find on this page…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Find ne&amp;xt</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Find pre&amp;vious</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Second &amp;window to read in</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Next &amp;colours</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Recommendations only</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Bedside</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Next &amp;pane</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Glossary</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Keyboard</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Hazard log</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;About Wardlight</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Larger text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Smaller text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Usual text size</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Larger &amp;page text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>S&amp;maller page text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Usual page te&amp;xt</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Import content…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Roll back content…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Self-test</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open &amp;log folder…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Book&amp;mark this section</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Note&amp;book</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Drugs &amp;available here…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Export notebook…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Import notebook…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Shift check…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show me a&amp;round</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;File</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;View</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Reader</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Go</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where you have &amp;been</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Help</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>L&amp;anguage</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>where this comes from</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tick what this place can give. Options that need anything else are still shown, and say what is missing. This belongs to the place: it stays when a case is cleared.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Drugs available here</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Drugs</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Not said</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>List every drug as if it could be had</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bedside</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dosing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pitfalls</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Regimen</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Timeline</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Clear every figure, choice and mark of this case?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>New case</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pitfalls {marked} of {of}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>To import again (*.json)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>To read (*.md)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Export notebook</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The notebook was exported to {path}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Import notebook</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing was imported. {why}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Second check</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Creatinine not steady</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Patient</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A second person types the case again, without seeing it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Age</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sex</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Weight</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>weight in kg</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Height</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>height in cm</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Creatinine</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>C&amp;learance</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>clearance in mL/min</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Dialysis</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>dialysis</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Weight &amp;used</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>weight used</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Effluent</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>effluent in L per hour</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>age in the chosen unit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>age unit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>creatinine in the chosen unit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>creatinine unit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No case yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Type the patient under Dosing, and choose enzymes and drugs under Regimen.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Clear everything of this case (Ctrl+N)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Why</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Less</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>reason why this does not apply: {check}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reason why it does not apply</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not applicable</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>why: {pitfall}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>not applicable: {check}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>In the code for phones. What is left out is named in it; the card itself keeps everything.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>in the code</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Doses</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Source</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Print…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Print this page</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Close</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Close the source (Esc)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keep the case</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Export references</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing was written: name the file with one of the endings {endings}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing was written ({why}). Choose another folder.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} references were written as {form} to {path}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Find on this page</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Previous</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The place before (Shift+F3)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Next</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The next place (F3)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Close (Esc)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{here} of {all}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not on this page</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>copy with citation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Guidance</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose a topic</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Topic: {topic}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keyboard</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>About Wardlight</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hazard log</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Notebook</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Imported: {notes} new notes, {bookmarks} new bookmarks. What was here stayed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show working</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The language changes when Wardlight is closed and started again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where this comes from: {section}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Read it in its topic</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The article's claim {claim}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sources: {sources}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Glossary</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>More</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>About this page</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Wardlight: {topic}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Guidance</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Note</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save the note (Ctrl+Enter)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Delete note</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{why} Your words are still here: try again, or copy them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Leave without saving what you wrote?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Delete this note?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the statement was reworded since</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the statement is no longer in this library</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>None yet. Mark the section you are reading with Ctrl+D or the star.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not said: every drug is listed as if it could be had.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>None yet. “Where this comes from”, under every statement, leads to a note on it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bookmarks</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Notes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Notes whose statement is gone</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Recent topics</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>None yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{title} (no longer in this library)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>remove</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your note · {day}, edition {edition}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>change or delete</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>None.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>change</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>bookmark this statement</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>remove its bookmark</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Write a note</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Contents</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Checklist</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No printer that prints on paper is set up on this machine, and a kiosk prints nothing into a file. Ask whoever looks after this machine.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not printed: this printer writes a file, and a kiosk prints on paper only. Choose another printer, or ask whoever looks after this machine.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stop</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copied: {words}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copied with its citation.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>More of the case ▸</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>More of the case ▾</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>drug of the regimen</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>enzyme found</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>allergy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>species</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>site of infection</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>infusions</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>loading dose</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Species</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>S&amp;ite</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>In&amp;fusions</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Load</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Allergies</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Enzymes found</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Drugs of the regimen</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Available here ▾</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Available here ▸</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>available here</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Which</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>which rules were checked, and which were not</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>options</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>what was checked and what was not</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>information</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Content packs (*.wardlight targets.json);;All files (*)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Import content</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Verifying the content pack…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Use this content</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Edition {edition}, version {version}, is used from the next start on.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Roll back content</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Go back</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The content before this one is used from the next start on.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{done} Close Wardlight and start it again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Content was not changed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Checking this program and its content…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Self-test</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Copy its name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Log folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Search results</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Search, or ask a question</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Search</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Results are listed as you type; up and down choose one, Enter opens it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Answers</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Enzymes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Terms</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sources</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The source article's claims</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Best match</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Topics to look in</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Did you mean “{other}”? These are its results.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not in this library: {sought}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing in this library answers that. Try other words, or look in its topics.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} results. Best: {title}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Type the case again from the record, without looking at the first entry. Nothing is kept.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Com&amp;pare</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Wardlight, second window: {topic}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>For staff: close Wardlight on this machine?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bedside card</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Downtime folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No printer is set up on this machine. Save the sheet as a PDF and carry it to one that has a printer.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>PDF (*.pdf);;Web page (*.html);;Text (*.txt)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Print or save</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sheet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Paper</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Next</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Save…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Page as it is printed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Close</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Making the sheet…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Page {number} of {count}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sent to the printer.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save the sheet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not saved: let the name end in one of {endings}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Writing the file…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not saved ({why}). Choose another folder.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Saved as {name}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Shift check</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Print slip…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the next or previous field, link or button</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>follow the chosen link, or press the chosen button</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>tick or untick</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>close the source, the list of results or the bar for finding</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>move through the page</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the next or previous place of what was found on this page</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>copy the DOI</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>copy the PMID</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>copy the address</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>code of the DOI</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>code of the PMID</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>code of the address</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Close this message</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Enter the case under Dosing first: the timeline runs the doses of that case.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose at least one dose to run, and type when it starts.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Write the start by a 24-hour clock, such as "08:00".</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>start of the regimen, 24-hour clock</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>hours shown</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{hours} hours</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Start</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>dose of {drug}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The page answers its question first, then says why. Every statement leads to its source, and can take a note of yours. Ctrl+K searches; F6 goes from pane to pane.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Type a patient at the bedside (Ctrl+B): the doses of every label stand side by side, each with its row. Nothing of a patient is kept; Ctrl+N clears the case.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The star (Ctrl+D) marks a section; the notebook (Ctrl+Shift+B) lists marks and notes. Help &gt; Shift check tells whether this machine is well.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Read</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Work on a case</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keep</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Before you read</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show me around</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>I have read this</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{step} of {all}: {title}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Done</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Skip</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>QGuiApplication</name>
    <message>
      <source>QT_LAYOUT_DIRECTION</source>
      <comment>Translate it by LTR, or by RTL for a language read right to left.</comment>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>QPlatformTheme</name>
    <message>
      <source>OK</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cancel</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Close</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Yes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;No</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Discard</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reset</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Help</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>QDialogButtonBox</name>
    <message>
      <source>OK</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>QLineEdit</name>
    <message>
      <source>&amp;Undo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Redo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cu&amp;t</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Copy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Paste</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Delete</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Select All</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>QWidgetTextControl</name>
    <message>
      <source>&amp;Undo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Redo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cu&amp;t</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Copy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Paste</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Delete</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Select All</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy &amp;Link Location</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>QTabBar</name>
    <message>
      <source>Scroll Left</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Scroll Right</source>
      <translation type="unfinished" />
    </message>
  </context>
</TS>
