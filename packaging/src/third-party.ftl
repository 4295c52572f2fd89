<#-- The list of shipped libraries; written by packaging/update-notices. -->
# Third-party notices

Tierscope ships with these libraries, each under its own licence. JavaFX and GraalJS are used under their
licences' classpath exception or permissive terms, unmodified. The list is made from the build by
`packaging/update-notices`; a test compares it with what the application really starts with.

| library | version | licence |
|---|---|---|
<#list dependencyMap?sort_by(["key", "artifactId"]) as e>
| [${e.getKey().getGroupId()}:${e.getKey().getArtifactId()}](${(e.getKey().getUrl())!""}) | ${e.getKey().getVersion()} | ${e.getValue()?join(", ")} |
</#list>
